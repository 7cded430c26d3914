"""The dashboard: Streamlit pages over published releases; it imports nothing private (DESIGN section 2)."""
