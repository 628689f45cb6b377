something-wrong-on-this-page = Stimmt etwas auf dieser Seite nicht?
