namespace RemoteSupport.BrowserTests.Walk;

/// <summary>Every screen there is, in the order of the walk. A new page belongs here: the walk says so when one is missing.</summary>
internal static class Screens
{
    private const string Wrong = "not the password";

    /// <summary>Pages that nobody sees by their own address.</summary>
    public static readonly IReadOnlyList<string> NeverSeen = ["error", "language"];

    public static readonly IReadOnlyList<Screen> SignedOut =
    [
        new("sign-in", "/sign-in"),
        new("sign-in-ended", "/sign-in?ended=true"),
        new("sign-in-empty", async (person, _) =>
        {
            await person.GoAsync("/sign-in");
            await person.SubmitAsync();
        }),
        new("sign-in-wrong", (person, _) => person.TryToSignInAsync("nobody@example.com", Wrong)),
        new("sign-in-locked", (person, stage) => person.TryToSignInAsync(stage.Locked.Email, Wrong)),
        new("error-not-found", "/nothing-is-here"),
    ];

    public static readonly IReadOnlyList<Screen> SignedIn =
    [
        new("home", "/"),
        new("menu", async (person, _) =>
        {
            await person.GoAsync("/");
            await person.Page.Locator(".topbar summary").ClickAsync();
        }),
        new("navigation", async (person, _) =>
        {
            await person.GoAsync("/");
            if (await person.Page.Locator(".navigation-open").IsVisibleAsync()) await person.Page.Locator(".navigation-open").ClickAsync();
        }),
        new("locked-accounts", "/locked-accounts"),
        new("locked-accounts-empty", async (person, _) =>
        {
            await person.GoAsync("/locked-accounts");
            await person.SubmitAsync("form[action*=Unlock] button");
        }),
    ];
}
