using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Features.Calls.Recordings;
using RemoteSupport.Tests.Calls;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>A supporter at a desk and a guest with a phone, who see and hear each other. What their browsers complain about is kept.</summary>
internal sealed class RunningCall : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    private RunningCall(TestTenant tenant, TestAccount inviter) => (Tenant, Inviter) = (tenant, inviter);

    public TestTenant Tenant { get; }

    public TestAccount Inviter { get; }

    public Guid Id { get; private set; }

    public CallPage Host { get; private set; } = null!;

    public CallPage Guest { get; private set; } = null!;

    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<RunningCall> MeetAsync(string language = "en")
    {
        var tenant = await PortalNode.TenantAsync();
        var call = new RunningCall(tenant, await tenant.AddPartnerUserAsync(language: language));
        var guest = await RemoteSupport.Tests.Calls.Guest.InvitedByAsync(tenant, call.Inviter, language);
        call.Guest = await call.OpenAsync(new View(language, View.Narrow));
        await call.Guest.BecomeAsync(guest);
        await call.Guest.GoAsync($"{guest.Base}/call");
        call.Id = await call.RungAsync();
        call.Host = await call.OpenAsync(new View(language));
        await call.Host.SignInAsync(call.Inviter);
        await call.Host.GoAsync($"/calls/{call.Id}/room");
        await call.Host.Page.Locator("[data-do=answer]").ClickAsync();
        foreach (var page in new[] { call.Host, call.Guest }) await page.IsConnectedAsync();
        return call;
    }

    /// <summary>What the clock brings to recordings, as the nodes' schedule would do it by now.</summary>
    public async Task LookAfterRecordingsAsync()
    {
        var done = 1;
        while (done > 0)
        {
            await Tenant.InScopeAsync(async services =>
                done = (await services.GetRequiredService<IMediator>().Send(new LookAfterRecordings())).Succeeded(out var count, out _) ? count : throw new InvalidOperationException("It was refused."));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in new[] { Host, Guest }) await page.Page.Context.DisposeAsync().AsTask().WaitAsync(Person.Patience);
    }

    /// <summary>The guest's page rings by itself.</summary>
    private async Task<Guid> RungAsync()
    {
        for (var tries = 0; tries < 120; tries++)
        {
            if (await Tenant.ListAsync<Guid>("select id from calls") is [var id]) return id;
            await Task.Delay(250);
        }

        throw new InvalidOperationException($"It does not ring at {Guest.Page.Url}: {string.Join(", ", complaints)}");
    }

    private async Task<CallPage> OpenAsync(View view)
    {
        var context = await (await ToolsBrowser.CommonAsync()).NewContextAsync(new()
        {
            ViewportSize = new() { Width = view.Width, Height = view.Height },
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["camera", "microphone"],
            ExtraHTTPHeaders = new Dictionary<string, string> { ["Accept-Language"] = view.Language, [TestClock.Header] = Tenant.Now.ToString("O") },
        });
        // Two pictures are drawn, sent and recorded at once: a busy machine takes its time.
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, said) =>
        {
            if (said.Type == "error") complaints.Add($"{said.Text} ({said.Location})");
        };
        return new CallPage(Tenant, page);
    }
}
