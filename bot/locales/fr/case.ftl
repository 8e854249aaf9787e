### What the team reads of cases, and what people read at the doors that lead there.
