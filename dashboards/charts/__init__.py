"""Plotly figures from release tables: pure functions, no Streamlit."""
