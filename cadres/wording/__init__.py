"""Words that rows of joint review, dispositions, teams and appraisal may hold."""
