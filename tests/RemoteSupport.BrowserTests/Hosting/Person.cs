using Microsoft.Playwright;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.BrowserTests.Hosting;

/// <summary>A person at a real browser of their own, looking at one tenant. What the browser complains about is kept.</summary>
public sealed class Person : IAsyncDisposable
{
    /// <summary>How long a browser is waited for, in everything.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];
    private string pathBase = "";

    private Person(TestTenant tenant, IBrowserContext context, IPage page) => (Tenant, this.context, Page) = (tenant, context, page);

    public TestTenant Tenant { get; }

    public IPage Page { get; }

    /// <summary>What the console said of errors: scripts that failed, what the content policy refused, files that are missing.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Without the path base of a remote login.</summary>
    public string Path => new Uri(Page.Url).AbsolutePath is var path && pathBase.Length > 0 && path.StartsWith(pathBase, StringComparison.Ordinal) ? path[pathBase.Length..] : path;

    public static async Task<Person> ComeAsync(TestTenant tenant, View? view = null)
    {
        view ??= new View();
        var browser = await Chromium.CommonAsync();
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = view.Width, Height = view.Height },
            ColorScheme = view.Theme,
            ReducedMotion = view.LessMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            JavaScriptEnabled = view.Scripts,
            TimezoneId = "Europe/Rome",
            ExtraHTTPHeaders = new Dictionary<string, string> { ["Accept-Language"] = view.Language, [TestClock.Header] = tenant.Now.ToString("O") },
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        var person = new Person(tenant, context, await context.NewPageAsync());
        person.Listen(person.Page);
        return person;
    }

    /// <summary>Another tab of the same browser, possibly at another node.</summary>
    public async Task<Person> OpenTabAsync(TestNode node)
    {
        var tab = new Person(Tenant.On(node), context, await context.NewPageAsync());
        tab.Listen(tab.Page);
        return tab;
    }

    public Task<IResponse?> GoAsync(string path) => Page.GotoAsync($"http://{Tenant.Host}:{Tenant.Node.Port}{pathBase}{path}");

    /// <summary>The browser's cookie of this name; its value.</summary>
    public async Task<string> CookieAsync(string name) => (await context.CookiesAsync()).Single(cookie => cookie.Name == name).Value;

    /// <summary>From now on this person moves in a remote login.</summary>
    public async Task MoveIntoAsync(string remotePath, string cookie, string token)
    {
        await context.AddCookiesAsync([new() { Name = cookie, Value = token, Url = $"https://{Tenant.Host}/", Secure = true }]);
        pathBase = remotePath;
    }

    /// <summary>From now on this browser's requests happen at the tenant's present time.</summary>
    public Task TellTheTimeAsync() =>
        Page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { [TestClock.Header] = Tenant.Now.ToString("O") });

    /// <summary>Does something that leads to another page, and waits for that page.</summary>
    public async Task ArriveAsync(Func<Task> leave)
    {
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();
        Page.Load += Arrive;
        try
        {
            await leave();
            await arrived.Task.WaitAsync(Patience);
        }
        finally
        {
            Page.Load -= Arrive;
        }
    }

    /// <summary>Presses the page's main button.</summary>
    public Task SubmitAsync(string button = "main form:not(.languages) button:not([type=button])") => ArriveAsync(() => Page.Locator(button).First.ClickAsync());

    public async Task TryToSignInAsync(string email, string password)
    {
        if (Path != "/sign-in" || await Page.Locator("#Form_Password").CountAsync() == 0) await GoAsync("/sign-in");
        await Page.FillAsync("#Form_Email", email);
        await Page.FillAsync("#Form_Password", password);
        await SubmitAsync();
    }

    public async Task SignInAsync(TestAccount account)
    {
        await TryToSignInAsync(account.Email, TestTenant.Password);
        Assert.Equal("/", Path);
    }

    public Task<string> HeadingAsync() => Page.Locator("h1").InnerTextAsync();

    /// <summary>What has the focus, as id, text or tag.</summary>
    public Task<string> FocusAsync() => Page.EvaluateAsync<string>("() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName");

    public async ValueTask DisposeAsync() => await context.DisposeAsync().AsTask().WaitAsync(Patience);

    private void Listen(IPage page)
    {
        page.Console += (_, said) =>
        {
            // A page that says no has a status that says so; the browser logs that, too.
            if (said.Type == "error" && !said.Location.StartsWith(page.Url.Split('#')[0], StringComparison.Ordinal)) complaints.Add($"{page.Url}: {said.Text} ({said.Location})");
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
    }
}
