using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Tests.Hosting;

/// <summary>Partner users inside an organization, for tests of what can be done there; how they got in is tested elsewhere.</summary>
internal static class RemoteLogins
{
    /// <summary>A program of somebody who acts in an organization: as "owner", "super_admin" or "look_only".</summary>
    public static async Task<Api> EnterAsync(this TestTenant tenant, TestAccount person, Guid organizationId, string role) =>
        tenant.Call((await tenant.ActAsync(person, organizationId, role)).Token);

    /// <summary>The same as the token and the login's id.</summary>
    public static async Task<(string Token, Guid Login)> ActAsync(this TestTenant tenant, TestAccount person, Guid organizationId, string role)
    {
        await tenant.Call().SignInAsync(person.Email);
        var parent = (await tenant.ListAsync<Guid>("select id from sessions where account_id = @Id and acting_as is null order by id desc", new { person.Id }))[0];
        StartedSession? started = null;
        await tenant.InScopeAsync(async services =>
        {
            services.GetRequiredService<Caller>().Session =
                new Session(parent, person.Id, tenant.Now, tenant.Now + Session.Longest, person.Name, person.Email, person.Kind, person.Role, null, null, null);
            started = await services.GetRequiredService<Db>().InTransactionAsync(() =>
                services.GetRequiredService<ActingSessions>().StartAsync(new Acting(role, organizationId, null), null));
        });
        return (started!.Token, started.Id);
    }
}
