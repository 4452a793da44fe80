using System.Security.Cryptography;
using Dapper;
using Npgsql;
using RemoteSupport.Features.Operations;
using RemoteSupport.Platform.Data;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Tenancy;

/// <summary>The product does not start on a role that the fence does not hold back (TN-2).</summary>
public sealed class RoleCheckTests
{
    [Fact, Trait("Behaviour", "TN-2")]
    public async Task The_applications_role_is_fit() => await RoleCheck.EnsureFencedAsync((await TestDatabase.CommonAsync()).App);

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_superuser_is_refused() => await IsRefusedAsync((await TestDatabase.CommonAsync()).SuperuserConnection);

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task The_owner_is_refused() => await IsRefusedAsync((await TestDatabase.CommonAsync()).OwnerConnection);

    [Theory, Trait("Behaviour", "TN-2")]
    [InlineData("alter role {0} bypassrls")]
    [InlineData("grant owner to {0}")]
    [InlineData("create table {0} (id integer); alter table {0} owner to {0}")]
    public async Task A_role_that_could_look_over_the_fence_is_refused(string makeUnfit)
    {
        var role = "role_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        // A table of a stranger would be seen by the tests of the fence.
        var database = await TestDatabase.CreateAsync("role");
        await using var superuser = NpgsqlDataSource.Create(database.SuperuserConnection);
        await using var connection = await superuser.OpenConnectionAsync();
        await connection.ExecuteAsync($"create role {role} login; grant connect on database {connection.Database} to {role}");
        try
        {
            var login = new NpgsqlConnectionStringBuilder(database.AppConnection) { Username = role, Pooling = false }.ConnectionString;
            await using (var fit = NpgsqlDataSource.Create(login)) await RoleCheck.EnsureFencedAsync(fit);
            await connection.ExecuteAsync(string.Format(null, System.Text.CompositeFormat.Parse(makeUnfit), role));
            await IsRefusedAsync(login);
        }
        finally
        {
            await connection.ExecuteAsync($"drop owned by {role}; drop role {role}");
        }
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task The_program_ends_instead_of_serving_as_the_owner()
    {
        var database = await TestDatabase.CommonAsync();
        Assert.Equal(1, await Serve.RunAsync(["--ConnectionStrings:Postgres", database.OwnerConnection, "--Keys:Master", Convert.ToBase64String(new byte[32]), "--urls", "http://127.0.0.1:0"]));
    }

    private static async Task IsRefusedAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RoleCheck.EnsureFencedAsync(source));
        Assert.Contains("row-level security", refused.Message, StringComparison.Ordinal);
    }
}
