using System.Text.RegularExpressions;
using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>A supporter at a desk and a guest with a link, before they meet; each in a browser of their own.</summary>
internal sealed class Meeting : IAsyncDisposable
{
    private readonly List<string> complaints = [];
    private readonly List<CallPage> pages = [];

    private Meeting(TestTenant tenant, TestAccount inviter, string link) => (Tenant, Inviter, Link) = (tenant, inviter, link);

    public TestTenant Tenant { get; }

    public TestAccount Inviter { get; }

    /// <summary>The path of the link in the message.</summary>
    public string Link { get; }

    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Somebody was invited, in this language, by somebody who reads that one.</summary>
    public static async Task<Meeting> ArrangeAsync(string guestLanguage = "en", string hostLanguage = "en")
    {
        const string Address = "guest@shop.example";
        var tenant = await PortalNode.TenantAsync();
        var inviter = await tenant.AddPartnerUserAsync(language: hostLanguage);
        var api = await tenant.Call().SignInAsync(inviter.Email);
        await api.PostAsync("/support-invitations", new { invitee = "Customer X", channel = "email", language = guestLanguage, email = Address });
        var message = (await tenant.MessagesToAsync(Address)).Single();
        return new Meeting(tenant, inviter, message.Paths.First(path => path.StartsWith("/join/", StringComparison.Ordinal)));
    }

    public async Task<CallPage> OpenAsync(View view, string? script = null)
    {
        var page = await ToolsBrowser.OpenAsync(Tenant, view, complaints, script);
        pages.Add(page);
        return page;
    }

    /// <summary>The supporter, signed in.</summary>
    public async Task<CallPage> HostComesAsync(string language = "en")
    {
        var host = await OpenAsync(new View(language));
        await host.SignInAsync(Inviter);
        return host;
    }

    /// <summary>The guest: by the link, over the terms where they are asked for, to the page that rings.</summary>
    public async Task<CallPage> GuestRingsAsync(string? script = null)
    {
        var guest = await OpenAsync(new View("en", View.Narrow), script);
        await guest.GoAsync(Link);
        await guest.Page.ClickAsync(".guest-start");
        await Expect(guest.Page).ToHaveURLAsync(new Regex("/(terms|call)$"));
        if (guest.Page.Url.EndsWith("/terms", StringComparison.Ordinal)) await guest.Page.ClickAsync(".guest-start");
        await Expect(guest.Page.Locator("[data-room]")).ToBeVisibleAsync();
        return guest;
    }

    /// <summary>On whichever page the supporter is.</summary>
    public static async Task AnswerAsync(CallPage host)
    {
        await host.Page.Locator("#ringing form[action*=Answer] button").ClickAsync();
        await host.IsInAsync("in_call");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in pages) await page.Page.Context.DisposeAsync().AsTask().WaitAsync(Person.Patience);
    }
}
