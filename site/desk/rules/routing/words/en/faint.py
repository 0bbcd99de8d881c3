"""English words that support a desk without saying what it is about: quoted as a reason only where none says more."""

WORDS = """
    cannot|can't|cant|can not|could not|couldn't|unable|not able|unable to|without|won't|doesn't|fails|error|don't|
    do not|did not|didn't|not|no|fear*|fear for my|afraid|scared|frightened|worried|worry|find|finding*|my|our|your|
    their|we|I|us|a|the|of|to|on|at|in|for|about|from|I work|I left|I write for|work|works|working|work for you|
    please|please don't|how long|how many|do you|do you take|I'd|I would|we'd like|we would like|still|still have|
    is it free|got|told|told to|made up|case|using|use|uses|took|take|takes|thank|want|need|ask|number|details|thing|
    things|owner*|hold|still there|someone else's|somebody else's|you keep|can|may we|may I|would|could|a site|a page|
    a server|a website|your server|your servers|a shop|a blog|a user|an account|a machine|on your|of your|
    one of yours|reads|read|says|said|know*|tell|speak up|found|
    stop|go|me|to you|with you|for your|stays|gone|wrong|see|hear|come|someone|somebody|here|
    company|companies|my company|our company|the company|your company|staff|your staff|office|offices|your office|team|
    your team|department|business|building|your building|people|your people|customers
"""
