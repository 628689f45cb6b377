something-wrong-on-this-page = このページに誤りがありますか?
