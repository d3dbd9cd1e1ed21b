"""Places under the open sky that are more than their biome: a fairground of a village, a quay of the sea. `catalogue.VISTAS` names them."""
