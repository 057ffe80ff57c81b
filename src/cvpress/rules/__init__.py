"""What can be wrong in a profile: one small unit a rule, one file a family.

`engine.check` runs them; `table` lists them. A rule's docstring is its page.
"""
