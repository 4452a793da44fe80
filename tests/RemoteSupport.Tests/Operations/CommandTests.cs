using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using RemoteSupport.Features.Operations;
using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Operations;

public sealed class CommandTests
{
    [Fact, Trait("Behaviour", "OP-1")]
    public async Task Doctor_finds_all_well_where_it_is()
    {
        await using var smtp = await SmtpServer.StartAsync();
        var (code, said) = await DoctorAsync(new() { ["Email:Smtp:Host"] = "127.0.0.1", ["Email:Smtp:Port"] = $"{smtp.Port}", ["Email:Smtp:Security"] = "none", ["Outgoing:Allow"] = "127.0.0.1" });

        Assert.True(code == 0, said);
        foreach (var what in new[] { "database", "database role", "migrations", "clock", "disk space", "master key", "message templates", "translations", "mail server", "SMS gateway", "relay of calls (none" })
            Assert.Contains("ok    " + what, said, StringComparison.Ordinal);
        Assert.Empty(smtp.Received);
    }

    [Fact, Trait("Behaviour", "OP-1")]
    public async Task Doctor_says_of_each_ill_thing_what_to_do()
    {
        var database = await TestDatabase.CommonAsync();
        var (code, said) = await DoctorAsync(new()
        {
            ["ConnectionStrings:Postgres"] = database.OwnerConnection,
            ["Keys:Master"] = "no key",
            ["Email:Smtp:Host"] = "127.0.0.1",
            ["Email:Smtp:Port"] = "1",
            ["Sms:Gateway:Url"] = "http://127.0.0.1:1/cgi-bin/sendsms",
            ["Outgoing:Allow"] = "127.0.0.1",
            ["Turn:Urls"] = "turn:127.0.0.1:1?transport=tcp",
            ["Turn:Secret"] = "0123456789abcdef",
        });

        Assert.Equal(1, code);
        foreach (var what in new[] { "TO DO database role: ", "TO DO master key: ", "TO DO mail server ", "TO DO SMS gateway ", "TO DO relay of calls turn:127.0.0.1:1" }) Assert.Contains(what, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Theory, Trait("Behaviour", "OP-1")]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Username=owner;Timeout=2")]
    [InlineData("Nonsense=1")]
    public async Task Migrate_without_a_database_ends_with_a_sentence(string connection)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:PostgresOwner"] = connection }).Build();
        Assert.Equal(1, await MigrateCommand.RunAsync(settings, TimeSpan.FromSeconds(1), default));
    }

    [Theory, Trait("Behaviour", "OP-1")]
    [InlineData("/health/live"), InlineData("/health/ready")]
    public async Task Health_answers_on_any_host(string path)
    {
        var tenant = await TestTenant.CreateAsync();
        foreach (var host in new[] { tenant.Host, "localhost", "unknown.example", TestNode.BaseDomain })
        {
            using var answer = await tenant.Browse().SendOnceAsync(HttpMethod.Get, path, host: host);
            Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    private static async Task<(int Code, string Said)> DoctorAsync(Dictionary<string, string?> settings)
    {
        var database = await TestDatabase.CommonAsync();
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Postgres"] = database.AppConnection, ["Keys:Master"] = Convert.ToBase64String(new byte[32]) });
        builder.Configuration.AddInMemoryCollection(settings);
        await using var said = new StringWriter();
        return (await DoctorCommand.RunAsync(builder, said, default), said.ToString());
    }
}
