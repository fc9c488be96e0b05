"""What is known of a village, by area; `VillageFacts` joins the areas into one flat record."""
