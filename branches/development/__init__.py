"""The rules for recruiting members (发展党员工作细则) and how dates are judged by them."""
