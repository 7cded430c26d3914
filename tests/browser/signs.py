"""What shows that a page is drawn: selectors by page, for tests, screenshots and benchmarks; and the menu's titles."""

SIGNS = {
    "overview": ".clio-claim",
    "map": ".js-plotly-plot .point",
    "tree": "g.slice",
    "breakdowns": ".clio-interval em",
    "timeline": ".js-plotly-plot .scatterlayer .js-line",
    "features": ".clio-features a",
    "groups": ".clio-cross",
}
TITLES = {
    "overview": "Overview", "map": "Map", "tree": "Tree", "breakdowns": "Breakdowns", "timeline": "Over time",
    "features": "Features", "groups": "Cross-cutting",
}  # fmt: skip
