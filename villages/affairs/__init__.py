"""Village facts (村务): site, disclosure, meetings, matters, petitions, honours, oversight."""
