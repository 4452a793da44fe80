using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Security;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Calls;

/// <summary>Somebody who was invited and has accepted the terms: on the call's page, with the page's token. How they came that far is tested elsewhere.</summary>
public sealed class Guest
{
    /// <summary>What the inviter calls them; they must never read it.</summary>
    public const string Invitee = "Customer X, difficult";

    private readonly TestTenant tenant;
    private readonly string formToken;

    private Guest(TestTenant tenant, Guid invitation, Guid pass, Browser browser, string formToken) =>
        (this.tenant, Invitation, Pass, Browser, this.formToken) = (tenant, invitation, pass, browser, formToken);

    public Guid Invitation { get; }

    public Guid Pass { get; }

    public Browser Browser { get; }

    public string Base => $"/guest/{Pass:D}";

    /// <summary>Somebody invited by this person, on a device.</summary>
    public static async Task<Guest> InvitedByAsync(TestTenant tenant, TestAccount inviter, string language = "en", TimeSpan? lifetime = null, string channel = "email", string invitee = Invitee)
    {
        var id = await tenant.InviteAsync(inviter, language, lifetime, channel, invitee);
        return await OnDeviceAsync(tenant, id, language);
    }

    /// <summary>The same link on a device; one that was in before is out.</summary>
    public static async Task<Guest> OnDeviceAsync(TestTenant tenant, Guid invitation, string language = "en")
    {
        StartedPass? started = null;
        var (cookie, form) = ("", "");
        await tenant.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<Db>();
            started = await db.InTransactionAsync(() => services.GetRequiredService<PassStore>().StartAsync(invitation, language, tenant.Now + TimeSpan.FromDays(1)));
            (cookie, form) = TokensOf(services, new Pass(started.Id, invitation, language, started.EndsAt));
        });
        var browser = tenant.Browse(language);
        browser.Cookies[$"__Host-guest-{started!.Id:N}"] = started.Token;
        browser.Cookies["__Host-form"] = cookie;
        return new Guest(tenant, invitation, started.Id, browser, form);
    }

    /// <summary>The same person's page by another node.</summary>
    public Guest On(TestNode node)
    {
        var other = tenant.On(node);
        var browser = other.Browse();
        foreach (var (name, value) in Browser.Cookies) browser.Cookies[name] = value;
        return new Guest(other, Invitation, Pass, browser, formToken);
    }

    public async Task<Guid> RingAsync()
    {
        var answer = await PostAsync("/ring");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body["callId"]!.GetValue<Guid>();
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, withToken: true);

    public Task<Answer> PostAsync(string path, object? body = null, bool withToken = true) => SendAsync(HttpMethod.Post, path, body, withToken);

    public Task<LiveSocket> ListenAsync() => LiveSocket.OpenAsync(tenant, Browser, Base);

    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body, bool withToken)
    {
        Browser.Headers.Remove("RequestVerificationToken");
        if (withToken) Browser.Headers["RequestVerificationToken"] = formToken;
        using var content = body is null ? null : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await Browser.SendOnceAsync(method, Base + path, content);
        var text = await response.Content.ReadAsStringAsync();
        var json = text.StartsWith('{') ? JsonNode.Parse(text)! : new JsonObject();
        return new Answer(response.StatusCode, json, response.Headers, response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>As a page under the guest's address would carry them.</summary>
    private static (string Cookie, string Form) TokensOf(IServiceProvider services, Pass pass)
    {
        services.GetRequiredService<Caller>().Pass = pass;
        var tokens = services.GetRequiredService<IAntiforgery>().GetTokens(new DefaultHttpContext { RequestServices = services });
        services.GetRequiredService<Caller>().Pass = null;
        return (tokens.CookieToken!, tokens.RequestToken!);
    }
}

public static class Invitations
{
    /// <summary>An invitation as it stands when the guest has accepted the terms; its id.</summary>
    public static async Task<Guid> InviteAsync(this TestTenant tenant, TestAccount inviter, string language = "en", TimeSpan? lifetime = null, string channel = "email", string invitee = Guest.Invitee)
    {
        var id = Guid.CreateVersion7(tenant.Now);
        await tenant.RunAsync(
            """
            insert into support_invitations (id, inviter_id, organization_id, invitee, channel, language, address, person_key, token_hash, message_id, created_at, expires_at, opened_at, accepted_at, due_at)
            values (@id, @Inviter, @OrganizationId, @invitee, @channel, @language, 'guest@example.com', '\x01', @hash, @id, @Now, @ends, @Now, @Now, @ends)
            """,
            new { id, Inviter = inviter.Id, inviter.OrganizationId, invitee, channel, language, hash = OpaqueToken.New().Hash, tenant.Now, ends = tenant.Now + (lifetime ?? TimeSpan.FromDays(1)) });
        return id;
    }

    /// <summary>Somebody's program of the API.</summary>
    public static Task<Api> ProgramOfAsync(this TestTenant tenant, TestAccount account) => tenant.Call().SignInAsync(account.Email);

    /// <summary>A supporter with their program, a guest, and the call that rings.</summary>
    public static async Task<(Api Host, Guest Guest, Guid Call)> RingingAsync(this TestTenant tenant)
    {
        var inviter = await tenant.AddPartnerUserAsync();
        var guest = await Guest.InvitedByAsync(tenant, inviter);
        var call = await guest.RingAsync();
        return (await tenant.ProgramOfAsync(inviter), guest, call);
    }

    /// <summary>Sends operations as a guest's page does.</summary>
    public static Task AsGuestAsync(this TestTenant tenant, Guest guest, Func<MediatR.IMediator, Task> work) => tenant.InScopeAsync(services =>
    {
        var caller = services.GetRequiredService<Caller>();
        (caller.IsOperator, caller.Pass) = (false, new Pass(guest.Pass, guest.Invitation, "en", tenant.Now + TimeSpan.FromDays(1)));
        return work(services.GetRequiredService<MediatR.IMediator>());
    });

    /// <summary>The same, answered.</summary>
    public static async Task<(Api Host, Guest Guest, Guid Call)> InCallAsync(this TestTenant tenant)
    {
        var (host, guest, call) = await tenant.RingingAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await host.PostAsync($"/calls/{call}/answer")).Status);
        return (host, guest, call);
    }
}
