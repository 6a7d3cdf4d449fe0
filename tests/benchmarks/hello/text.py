"""Hello, world, as little as a page can be: a slider and what it says."""

import streamlit as st

points = st.slider("Points", 2, 200, 50, key="points")
st.write("Hello, world", points)
