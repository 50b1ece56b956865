/** "Signed in as", a sign-out link, in a dozen languages. */
export const SESSION =
  /\b(signed in|logged in|log ?out|sign ?out|log ?off|abmelden|angemeldet|déconnexion|se déconnecter|cerrar sesión|esci|disconnetti|sair|uitloggen|afmelden|logga ut|wyloguj|çıkış)\b|выйти|выход|退出|注销|登出|ログアウト|로그아웃/iu;
/** An account menu's name for itself: said of the user where it leads a tooltip or accessible name. */
export const ACCOUNT =
  /\b(accounts?|my profile|profile|konto|compte|cuenta|conta)\b|аккаунт|账号|帐号|账户|帳號|帳戶|我的邮箱|アカウント|계정/iu;

/** A short text of the interface that only stands beside the user's own account. */
export const saysSession = (text: string): boolean => text.length < 40 && SESSION.test(text);
