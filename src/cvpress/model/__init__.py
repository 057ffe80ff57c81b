"""The typed profile: frozen pydantic models, one file a subject. `Profile` is the root."""
