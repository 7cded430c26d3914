"""The dashboard: Streamlit pages over published releases; it imports nothing private."""
