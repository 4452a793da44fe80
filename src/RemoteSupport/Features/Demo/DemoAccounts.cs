using System.Text.Json;

namespace RemoteSupport.Features.Demo;

/// <summary>Who can sign in to the demo, as the file .data/demo.json tells. Only development has it.</summary>
internal sealed class DemoAccounts(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>Under the directory in which the program runs, unless set.</summary>
    public static string PathIn(IConfiguration configuration) => Path.GetFullPath(configuration["Demo:Accounts"] ?? Path.Combine(".data", "demo.json"));

    /// <summary>Empty without a demo.</summary>
    public async Task<IReadOnlyList<DemoAccount>> ListAsync(CancellationToken ct)
    {
        var path = PathIn(configuration);
        if (!environment.IsDevelopment() || !File.Exists(path)) return [];
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<List<DemoAccount>>(file, JsonSerializerOptions.Web, ct) ?? [];
    }
}

/// <summary>One of them; its host has neither scheme nor port.</summary>
internal sealed record DemoAccount(string Tenant, string Host, string Email, string Password, string Kind, string Role, Guid? OrganizationId);
