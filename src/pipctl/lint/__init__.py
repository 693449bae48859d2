"""The engine: findings, the rule protocol, selection, ignoring, the run. It knows no concrete rule."""
