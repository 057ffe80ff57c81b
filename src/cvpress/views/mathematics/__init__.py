"""Mathematics: LaTeX → MathML → SVG."""
