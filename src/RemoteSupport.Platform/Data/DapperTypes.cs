using System.Data;
using System.Net;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace RemoteSupport.Platform.Data;

/// <summary>What Dapper has to be told once: instants are UTC, columns are snake_case, arrays are lists.</summary>
internal static class DapperTypes
{
    private static readonly Lazy<bool> Once = new(() =>
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new Instant());
        SqlMapper.AddTypeHandler(new Address());
        SqlMapper.AddTypeHandler(new Texts());
        return true;
    });

    public static void Register() => _ = Once.Value;

    private sealed class Instant : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value is DateTimeOffset at ? at : new DateTimeOffset((DateTime)value);

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.TimestampTz;
            parameter.Value = value.ToUniversalTime();
        }
    }

    private sealed class Address : SqlMapper.TypeHandler<IPAddress>
    {
        public override IPAddress? Parse(object value) => (IPAddress)value;

        public override void SetValue(IDbDataParameter parameter, IPAddress? value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Inet;
            parameter.Value = (object?)value ?? DBNull.Value;
        }
    }
    private sealed class Texts : SqlMapper.TypeHandler<IReadOnlyList<string>>
    {
        public override IReadOnlyList<string>? Parse(object value) => (string[])value;

        public override void SetValue(IDbDataParameter parameter, IReadOnlyList<string>? value) => parameter.Value = (object?)value?.ToArray() ?? DBNull.Value;
    }
}
