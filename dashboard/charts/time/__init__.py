"""The timeline: facts as marks on a line of time, few or very many."""
