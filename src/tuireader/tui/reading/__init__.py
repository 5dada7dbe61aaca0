"""How text becomes lines: wrapping, marks and painting, without a widget."""
