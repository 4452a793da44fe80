using System.Net;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.Invitations;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Security;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Invitations;

/// <summary>A tenant with a supporter who invites, and what a guest does with the link.</summary>
internal sealed class Invited
{
    public const string Guest = "guest@shop.example";

    private Invited(TestTenant tenant) => Tenant = tenant;

    public TestTenant Tenant { get; }

    public required TestAccount Inviter { get; init; }

    public required Api AsInviter { get; init; }

    public static async Task<Invited> BeginAsync(TestNode? node = null)
    {
        var tenant = await TestTenant.CreateAsync(node);
        var inviter = await tenant.AddPartnerUserAsync();
        return new(tenant) { Inviter = inviter, AsInviter = await tenant.Call().SignInAsync(inviter.Email) };
    }

    /// <summary>What an API body says, by e-mail in English unless told otherwise.</summary>
    public static object Body(string invitee = "Customer X", string channel = "email", string language = "en", string? email = Guest, string? phone = null) =>
        phone is null ? new { invitee, channel, language, email } : new { invitee, channel, language, phone };

    /// <summary>Invites; the id.</summary>
    public async Task<Guid> InviteAsync(object? body = null, Api? by = null)
    {
        var answer = await (by ?? AsInviter).PostAsync("/support-invitations", body ?? Body());
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Body.ToJsonString());
        return answer.Body["id"]!.GetValue<Guid>();
    }

    /// <summary>The path of an invitation's link.</summary>
    public string PathOf(Guid id) => "/join/" + Tenant.Node.Services.GetRequiredService<LinkTokens>().TokenFor("support-invitation", Tenant.Id, id);

    /// <summary>How it stands, as its inviter sees it.</summary>
    public async Task<string> StateAsync(Guid id, Api? by = null) => (await (by ?? await SignInAsync()).GetAsync($"/support-invitations/{id}")).Body["invitation"]!["state"]!.GetValue<string>();

    /// <summary>Its steps, in order.</summary>
    public async Task<string[]> StepsAsync(Guid id) => [.. (await (await SignInAsync()).GetAsync($"/support-invitations/{id}")).Body["steps"]!.AsArray().Select(step => step!["kind"]!.GetValue<string>())];

    /// <summary>The inviter anew: a session does not last for days unused.</summary>
    public Task<Api> SignInAsync() => Tenant.Call().SignInAsync(Inviter.Email);

    /// <summary>A guest who has pressed Start; the page that comes of it.</summary>
    public async Task<(Browser Guest, Page Page)> StartAsync(Guid id, string language = "en")
    {
        var guest = Tenant.Browse(language);
        return (guest, await guest.SubmitAsync(await guest.GetAsync(PathOf(id)), ".guest-start"));
    }

    /// <summary>The same, with the terms accepted where they were asked for; the address of the guest's pages.</summary>
    public async Task<(Browser Guest, string Base)> EnterAsync(Guid id)
    {
        var (guest, page) = await StartAsync(id);
        if (page.Path.EndsWith("/terms", StringComparison.Ordinal)) page = await guest.SubmitAsync(page, ".guest-start");
        return (guest, page.Path[..page.Path.LastIndexOf('/')]);
    }

    /// <summary>What the job does.</summary>
    public Task ExpireAsync() => Tenant.InScopeAsync(async scope => await scope.GetRequiredService<IMediator>().Send(new ExpireInvitations()));

    /// <summary>Tells what a call does, as the calls' slice would, in a transaction.</summary>
    public Task TellAsync(INotification news) => Tenant.InScopeAsync(async scope =>
        await scope.GetRequiredService<Db>().InTransactionAsync(async () => await scope.GetRequiredService<IMediator>().Publish(news)));

    public Invited Later(TimeSpan time)
    {
        Tenant.Now += time;
        return this;
    }
}
