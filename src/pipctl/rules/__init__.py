"""The catalogue, one module a family; `catalogue.RULES` lists every rule in order."""
