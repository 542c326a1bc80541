"""Readings and records as people and programs want to see them."""
