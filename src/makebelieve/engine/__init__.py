"""Hosts that run the simulation core (one JavaScript bundle) inside Python."""
