# @find-out-how-an-app-handles
find-out-how-an-app-handles = アプリが組織のデータをどのように扱うかを確認したり、自社のアプリの認定を受けたりできます。

# @app-certification-for-microsoft-365
app-certification-for-microsoft-365 = Microsoft 365 向けアプリの認定

# @profiles-of-apps-and-guidance-for

# @for-administrators
for-administrators = 管理者向け

# @see-all-apps-with-a-profile
see-all-apps-with-a-profile = プロファイルのあるすべてのアプリを見る

# @read-a-certified-profile
read-a-certified-profile = 認定済みのプロファイルを読む

# @get-an-app-certified
get-an-app-certified = アプリの認定を受ける

# @certification-what-an-analyst-checks
certification-what-an-analyst-checks = 認定: アナリストが確認する内容

