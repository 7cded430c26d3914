"""Charts from release tables, as Plotly figures or HTML: pure functions, no Streamlit."""
