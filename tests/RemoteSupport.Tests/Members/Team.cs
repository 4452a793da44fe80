using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Members;

/// <summary>An organization with an owner, an admin and a member, for one test.</summary>
internal sealed record Team(TestTenant Tenant, Guid Id, TestAccount Owner, TestAccount Admin, TestAccount Member)
{
    public string Path => $"/organizations/{Id}/members";

    public static async Task<Team> CreateAsync(TestTenant? tenant = null)
    {
        tenant ??= await TestTenant.CreateAsync();
        var id = await tenant.AddOrganizationAsync();
        return new(tenant, id, await tenant.AddMemberAsync(id, "owner"), await tenant.AddMemberAsync(id, "admin"), await tenant.AddMemberAsync(id));
    }

    public Task<Api> SignInAsync(TestAccount person) => Tenant.Call().SignInAsync(person.Email);

    /// <summary>Invites somebody; the answer as it is.</summary>
    public static Task<Answer> InviteAsync(Api api, Team team, string email, string name = "Nina Nuova", string role = "member") =>
        api.PostAsync(team.Path, new { name, email, role });

    /// <summary>Role and status as they really are.</summary>
    public Task<State> StateAsync(Guid id) => Tenant.SingleAsync<State>("select role, status from accounts where id = @id", new { id });

    /// <summary>The trail's entries of an action: who, as whom, and what changed.</summary>
    public Task<IReadOnlyList<Trail>> TrailAsync(string action) => Tenant.ListAsync<Trail>(
        "select e.actor_id, e.acting_as, e.remote_login_id is not null as is_remote, e.organization_id, e.target_id, (d.details -> 'changes')::text as changes from audit_events e join audit_details d on d.event_id = e.id where e.action = @action order by e.id",
        new { action });
}

internal sealed record State(string Role, string Status);

internal sealed record Trail(Guid? ActorId, string? ActingAs, bool IsRemote, Guid? OrganizationId, Guid? TargetId, string Changes);
