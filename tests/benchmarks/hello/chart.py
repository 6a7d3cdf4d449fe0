"""Hello, world, for a page of charts: a title, a slider, and one chart that follows it."""

import math

import plotly.graph_objects as go
import streamlit as st

st.title("Hello, world")
points = st.slider("Points", 2, 200, 50, key="points")
wave = [math.sin(point / 8) for point in range(points)]
st.plotly_chart(go.Figure(go.Scatter(y=wave)), key="wave")
