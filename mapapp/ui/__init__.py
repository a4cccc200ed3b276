"""The pages of the app, and the only users of Streamlit."""
