using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using RemoteSupport.Features.Demo;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Demo;

/// <summary>Writes who can sign in to the demo, and how, where scripts and the demo's start page find it.</summary>
internal sealed class AccountsFile(IConfiguration configuration, IOptions<TenancyOptions> tenancy)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public async Task WriteAsync()
    {
        var path = DemoAccounts.PathIn(configuration);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(DemoTenants.All.SelectMany(Accounts), Json) + "\n");
    }

    private IEnumerable<DemoAccount> Accounts(DemoTenant tenant) => new Population(tenant).Named.Select(account => new DemoAccount(
        tenant.Slug, $"{tenant.Slug}.{tenancy.Value.BaseDomain}", account.Email, DemoTenants.Password, account.Kind, account.Role, account.OrganizationId));
}
