"""Column layout of the packed arrays that scenes hand to the kernels (and to the numpy oracle)."""

from __future__ import annotations

from typing import Final

ELLIPSOID: Final = 0
ROUND_CONE: Final = 1
BOX: Final = 2
PRISM: Final = 3
CYLINDER: Final = 4
TORUS: Final = 5

# One row a primitive, float64. CENTRE is the origin of its own frame, TURN the world-to-local rotation by rows.
TYPE: Final = 0
CENTRE: Final = 1
TURN: Final = 4
PARAMS: Final = 13
"""ellipsoid: 3 radii; cone: r1, r2, length, flatten x, flatten z; box: 3 half sizes, rounding; prism: half depth, rounding;
cylinder: r bottom, r top, half length, rounding, flatten x, flatten z; torus: ring radius, tube radius."""
CLIPPED: Final = 19
CLIP: Final = 20
"""Local half-space that is cut away: normal, offset."""
MATERIAL: Final = 24
PART: Final = 25
GROUP: Final = 26
BLEND: Final = 27
PRIORITY: Final = 28
DECALS: Final = 29
POLYGON: Final = 31
BOX_CENTRE: Final = 33
BOX_HALF: Final = 36
LIMB: Final = 39
COLUMNS: Final = 40

# One row a decal: a local box in which the primitive shows another material.
DECAL_BOX: Final = 0
DECAL_MATERIAL: Final = 6
DECAL_MODE: Final = 7
DECAL_PARAMS: Final = 8
DECAL_COLUMNS: Final = 12
WHOLE: Final = 0
BANDS: Final = 1
"""period, share of it, phase, axis 0-2"""
SPOTS: Final = 2
"""cell size, spot radius, number of the pattern"""

# One row a primitive in view space (made by `prepare`): what the tracer needs for orthographic rays along z.
VIEW_COLUMNS: Final = 26
V_CENTRE: Final = 0
V_TURN: Final = 3
V_BOUND: Final = 12
"""centre x, y, z and half extents x, y, z of the bounding box in view space"""
V_MARGIN: Final = 18
V_QUAD: Final = 19
V_SHADOW: Final = 20
"""round cones: the axis on the screen, one over its length squared, both radii"""

EMPTY: Final = -1e9
