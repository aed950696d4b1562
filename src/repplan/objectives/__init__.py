"""Objectives: what a provider will do or know, by when."""
