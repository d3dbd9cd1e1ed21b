"""The rig `humanoid_biped`: one chibi body, dressed and armed in many ways."""
