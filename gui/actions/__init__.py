"""Everything that can be done, in one table: menus, shortcuts, the palette and the page of keys are made from it.

A menu is a module with its `specs`; `menus` puts them in order, `table` makes Qt's actions of them.
"""
