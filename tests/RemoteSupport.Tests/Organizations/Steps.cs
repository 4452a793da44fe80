using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Organizations;

/// <summary>What these tests do again and again.</summary>
internal static class Steps
{
    /// <summary>A tenant with a supporter, and an organization with its owner, both signed in.</summary>
    public static async Task<Scene> SceneAsync(string managedBy = "customer", string language = "en")
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync(managedBy);
        var (supporter, owner) = (await tenant.AddPartnerUserAsync(), await tenant.AddMemberAsync(organization, "owner", language: language));
        return new Scene(tenant, organization, supporter, owner, await tenant.Call().SignInAsync(supporter.Email), await tenant.Call().SignInAsync(owner.Email));
    }

    /// <summary>A program in a remote login.</summary>
    public static Task<Api> InsideAsync(this Scene scene, string role) => scene.Tenant.EnterAsync(scene.Supporter, scene.Organization, role);

    public static Task<string> ManagedByAsync(this Scene scene) =>
        scene.Tenant.SingleAsync<string>("select managed_by from organizations where id = @Organization", new { scene.Organization });

    public static void IsRefused(this Answer answer, HttpStatusCode status, string code) => Assert.Equal((status, code), (answer.Status, answer.Code));

    public static void IsDone(this Answer answer) => Assert.True((int)answer.Status is 200 or 201 or 204, $"{answer.Status} {answer.Body.ToJsonString()}");
}

internal sealed record Scene(TestTenant Tenant, Guid Organization, TestAccount Supporter, TestAccount Owner, Api AsSupporter, Api AsOwner)
{
    public string Path => $"/organizations/{Organization}";
}
