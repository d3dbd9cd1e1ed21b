"""From posed primitives to pixels: scene building, compiled tracing and finishing, and a numpy oracle of the tracer."""
