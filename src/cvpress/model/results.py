"""Headline figures."""

from __future__ import annotations

from cvpress.model.base import Model, Scalar, text

__all__ = ["Result"]


class Result(Model):
    """A headline figure: 72×, real-world speed-up."""

    value: Scalar = text("The figure.", 72, "top 10 %")
    unit: str = text("Its unit.", "×", "%", "ms")
    label: str = text("What it measures.", "real-world speed-up")
    context: str = text("Compared with what, or on what data.", "against the diffusion baseline")
