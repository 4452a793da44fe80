using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Features.Calls.Recordings;
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

    /// <param name="language">Of both.</param>
    /// <param name="tenant">On a node of its own.</param>
    /// <param name="script">Changes both browsers.</param>
    public static async Task<RunningCall> MeetAsync(string language = "en", TestTenant? tenant = null, string? script = null)
    {
        tenant ??= await PortalNode.TenantAsync();
        var call = new RunningCall(tenant, await tenant.AddPartnerUserAsync(language: language));
        var guest = await RemoteSupport.Tests.Calls.Guest.InvitedByAsync(tenant, call.Inviter, language);
        call.Guest = await ToolsBrowser.OpenAsync(tenant, new View(language, View.Narrow), call.complaints, script);
        await call.Guest.BecomeAsync(guest);
        await call.Guest.GoAsync($"{guest.Base}/call");
        call.Id = await call.RungAsync();
        call.Host = await ToolsBrowser.OpenAsync(tenant, new View(language), call.complaints, script);
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

    /// <summary>The guest's page rings by itself; until it has, it looks as if it did.</summary>
    private async Task<Guid> RungAsync()
    {
        for (var tries = 0; tries < 240; tries++)
        {
            if (await Tenant.ListAsync<Guid>("select id from calls") is [var id]) return id;
            await Task.Delay(250);
        }

        throw new InvalidOperationException($"It does not ring at {Guest.Page.Url}: {string.Join(", ", complaints)}");
    }
}
