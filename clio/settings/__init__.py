"""Every setting of Clio: one tree (`sections`, `tree`), merged from flags, environment and a file (`loading`)."""

from clio.settings.loading import load_settings, parse_assignment
from clio.settings.sections import CHARGING, FacetSettings, LlmSettings, PrivacySettings
from clio.settings.tree import Settings

__all__ = [
    "CHARGING",
    "FacetSettings",
    "LlmSettings",
    "PrivacySettings",
    "Settings",
    "load_settings",
    "parse_assignment",
]
