"""The whole way: file → Document → diagnostics, Profile, View → output. Nothing else knows all of it."""
