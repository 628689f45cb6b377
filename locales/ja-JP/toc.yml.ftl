profiles = プロファイル
overview-of-all-apps = すべてのアプリの概要
guide-how-to-get-an-app = ガイド: アプリの認定を受ける方法
publisher-portal = 発行元ポータル
