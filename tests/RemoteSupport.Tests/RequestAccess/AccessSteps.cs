using System.Net;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.RequestAccess;
using RemoteSupport.Platform.Security;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RequestAccess;

/// <summary>A tenant with a customer's organization, its owner, and a supporter who may ask; and the steps of a request's life.</summary>
internal sealed class AccessSteps
{
    private AccessSteps(TestTenant tenant, Guid organization, TestAccount owner, TestAccount supporter) =>
        (Tenant, Organization, Owner, Supporter) = (tenant, organization, owner, supporter);

    public TestTenant Tenant { get; }

    public Guid Organization { get; }

    public TestAccount Owner { get; }

    public TestAccount Supporter { get; }

    public Api AsOwner { get; private set; } = null!;

    public Api AsSupporter { get; private set; } = null!;

    public static async Task<AccessSteps> BeginAsync(string language = "en", string? ownerLanguage = "en", string? supporterLanguage = "en", string managedBy = "customer")
    {
        var tenant = await TestTenant.CreateAsync(language: language);
        var organization = await tenant.AddOrganizationAsync(managedBy, language);
        var steps = new AccessSteps(
            tenant, organization, await tenant.AddMemberAsync(organization, "owner", language: ownerLanguage), await tenant.AddPartnerUserAsync(language: supporterLanguage));
        await steps.LeapAsync(TimeSpan.Zero);
        return steps;
    }

    /// <summary>Time goes by; both sign in anew, since a session that nobody uses is over.</summary>
    public async Task LeapAsync(TimeSpan time)
    {
        Tenant.Now += time;
        AsOwner = await Tenant.Call().SignInAsync(Owner.Email);
        AsSupporter = await Tenant.Call().SignInAsync(Supporter.Email);
    }

    public Task<Answer> AskAsync(string duration = "PT4H", string? note = null, Api? by = null) =>
        (by ?? AsSupporter).PostAsync($"/organizations/{Organization}/access-requests", new { duration, note });

    public async Task<string> AskedAsync(string duration = "PT4H", string? note = null, Api? by = null) => IdOf(await AskAsync(duration, note, by), HttpStatusCode.Created);

    public async Task<string> GrantedAsync(string duration = "PT4H") => IdOf(await AsOwner.PostAsync($"/access-requests/{await AskedAsync(duration)}/approve"));

    public async Task<string> MoreAskedAsync(string grant, string duration = "PT1H", Api? by = null) =>
        IdOf(await (by ?? AsSupporter).PostAsync($"/access-requests/{grant}/extensions", new { duration }), HttpStatusCode.Created);

    public Task<Answer> DoAsync(string action, string id, object? body = null) => action switch
    {
        "cancel" or "return" => AsSupporter.PostAsync($"/access-requests/{id}/{action}", body),
        "extensions" => AsSupporter.PostAsync($"/access-requests/{id}/extensions", body ?? new { duration = "PT1H" }),
        "end" => AsOwner.PatchAsync($"/access-requests/{id}", body ?? new { expiresAt = Tenant.Now.AddHours(2) }),
        _ => AsOwner.PostAsync($"/access-requests/{id}/{action}", body),
    };

    public async Task<string> StateAsync(string id) => (await AsSupporter.GetAsync("/access-requests/" + id)).Body["state"]!.GetValue<string>();

    /// <summary>Everything the tables hold of requests, to see that nothing was changed.</summary>
    public async Task<string> RowsAsync() => string.Join('\n', await Tenant.ListAsync<string>("select r::text from access_requests r order by id"));

    /// <summary>The job's work, at the test's time, until nothing is left.</summary>
    public async Task<int> RunJobAsync()
    {
        var (all, done) = (0, 1);
        while (done > 0)
        {
            await Tenant.InScopeAsync(async scope => done = (await scope.GetRequiredService<IMediator>().Send(new CloseOver())).Value);
            all += done;
        }

        return all;
    }

    /// <summary>A program in a remote login, as RemoteLogin would start it.</summary>
    public async Task<Api> InsideAsync(TestAccount who, string role, string? grant)
    {
        await Tenant.Call().SignInAsync(who.Email);
        var (id, token) = (Guid.CreateVersion7(Tenant.Now), OpaqueToken.New());
        await Tenant.RunAsync(
            """
            insert into sessions (id, token_hash, account_id, device, ip, started_at, last_seen_at, ends_at, due_at, parent_id, acting_as, acting_in, grant_id)
            select @id, @Hash, @Who, 'test', '127.0.0.1', @Now, @Now, @endsAt, @endsAt, s.id, @role, @Organization, @grant::uuid
            from sessions s where s.account_id = @Who and s.acting_as is null and s.ended_at is null order by s.id desc limit 1;
            insert into remote_logins (id, organization_id, account_id, role, grant_id, ip, started_at, due_at) values (@id, @Organization, @Who, @role, @grant::uuid, '127.0.0.1', @Now, @endsAt)
            """,
            new { id, token.Hash, Who = who.Id, role, Organization, grant, Tenant.Now, endsAt = Tenant.Now.AddHours(8) });
        return Tenant.Call(token.Text);
    }

    public static string IdOf(Answer answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        Assert.True(expected == answer.Status, $"{answer.Status}: {answer.Body}");
        return answer.Body["id"]!.GetValue<string>();
    }
}
