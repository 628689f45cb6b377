apps-with-a-profile = プロファイルのあるアプリ
all-apps = すべてのアプリ
next-steps = 次の手順
