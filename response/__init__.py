"""Whom a crisis touches and what was done about it, per component; nothing here blends them or ranks crises by them."""
